"""Files with a signal: only where a policy switches them on, taken apart elsewhere, and shown without what hides in
them.
"""
