"""Who is helped, by whom, with what and by when."""
