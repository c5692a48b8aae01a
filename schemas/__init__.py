"""What may cross a border: frozen pydantic models. Imports nothing of ours."""
