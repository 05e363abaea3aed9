"""The search of a site: lean records, folded for two scripts, indexed by Pagefind in shards."""
