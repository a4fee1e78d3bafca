"""How each kind of value of a policy is asked: fields that show it, and the value they give back."""
