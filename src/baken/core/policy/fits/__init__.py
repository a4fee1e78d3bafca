"""Whether the lists of a policy fit together, file by file: what each may name, and what must not be lacking."""
