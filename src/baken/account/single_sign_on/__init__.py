"""Logging in with the account of one's own organisation: OpenID Connect, authorization code with PKCE."""
