"""Compares `infra-gen` with other judges on public templates. `README.md` describes the modes."""
