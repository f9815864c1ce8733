"""Results drawn: tables for people, plain lines, JSON, CSV and Markdown for programs."""
