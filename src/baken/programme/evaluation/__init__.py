"""Evaluation: questions, a frozen data set, findings, decisions."""
