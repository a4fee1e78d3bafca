"""The municipality's programme: administration, in ordinary tables that keep their history."""
