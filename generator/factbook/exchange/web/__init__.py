"""Documents from the web, fetched with limits: what a server says is never taken on trust."""
