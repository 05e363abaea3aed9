"""Which addresses everybody reaches: a fetch connects to no others unless it is asked to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# addresses that hold another, of version 4, which is where they lead
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_ASSIGNMENTS = IPv4Network("192.0.0.0/24")  # of which Python thinks otherwise now and then
_LAST = 0xFFFF_FFFF


def is_public(address: str) -> bool:
    """Whether an address is one that everybody reaches.

    False for this machine, networks around it, links, groups, and whatever is reserved; and for
    what is no address at all.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_global(found)
    held = _held_in(found)
    if held is not None:
        return _is_global(held)
    return _is_global(found) and not found.is_site_local


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    if address in _ASSIGNMENTS:
        return False
    outside = address.is_multicast or address.is_reserved or address.is_unspecified
    near = address.is_private or address.is_loopback or address.is_link_local
    return address.is_global and not outside and not near


def _held_in(address: IPv6Address) -> IPv4Address | None:
    """The address of version 4 that one of version 6 leads to, if it does."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & _LAST)
    return None
