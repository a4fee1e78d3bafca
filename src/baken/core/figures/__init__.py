"""Counting and disclosure control: numbers that may be seen by who may not see the signals behind them."""
