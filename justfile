# Set up a development environment in .venv
setup:
    python3 -m venv .venv
    .venv/bin/pip install -e '.[test,lint]'

# Run the tests
test *arguments:
    pytest {{arguments}}

# Check style, types and who may import whom
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports

# Repair what can be repaired, the form of facts.json included
fix:
    ruff check --fix .
    ruff format .
    wp base validate --fix facts.json

# Try the laws on every number and draft, not on some
laws:
    WP_LAWS=all pytest tests/data/test_laws.py

# Read damaged files for some minutes
fuzz seconds="300":
    FUZZ_SECONDS={{seconds}} pytest -q tests/unit/test_fuzz.py

# Print the benchmark tables
bench:
    python benchmarks/search_quality.py
    python benchmarks/search_speed.py
    python benchmarks/verdicts.py
    python benchmarks/claims.py
    python benchmarks/check_speed.py
    python benchmarks/drafting.py
    python benchmarks/startup.py
    python benchmarks/growth.py
