"""What CoMensha and the municipality hear."""
