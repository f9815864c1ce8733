"""Checked drafts in the forms that editors, services and programs read, a module for each."""
