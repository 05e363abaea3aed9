"""Changes to fact files that keep what people wrote: fmt, add and rename."""
