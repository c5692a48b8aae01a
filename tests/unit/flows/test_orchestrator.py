"""Whether the user has a Prefect server, and what is set where there is none."""

import os
import sys
from pathlib import Path

import pytest

from extraction.errors import TieoutError
from flows.orchestrator import QUIET, is_configured, prefect_server


@pytest.fixture(autouse=True)
def untouched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*QUIET, "PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_HOME", "PREFECT_PROFILES_PATH"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_a_server_is_named_in_the_environment_or_in_a_profile(tmp_path: Path) -> None:
    assert not is_configured({})
    assert not is_configured({"HOME": str(tmp_path)})
    assert is_configured({"PREFECT_API_URL": "http://127.0.0.1:4200/api"})
    assert is_configured({"PREFECT_PROFILE": "work"})
    (tmp_path / ".prefect").mkdir()
    profiles = tmp_path / ".prefect" / "profiles.toml"
    profiles.write_text('active = "ephemeral"\n')
    assert not is_configured({"HOME": str(tmp_path)})
    profiles.write_text('[profiles.work]\nPREFECT_API_URL = "https://prefect.example.com/api"\n')
    assert is_configured({"HOME": str(tmp_path)})
    assert is_configured({"PREFECT_HOME": str(tmp_path / ".prefect")})


def test_a_server_of_the_user_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    with prefect_server(tmp_path / "state") as server:
        assert server is None
        assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
        assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert not (tmp_path / "state").exists()


def test_a_server_that_does_not_answer_is_an_error_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    said = r"127\.0\.0\.1:9/api does not answer\. Start it, or unset PREFECT_API_URL"
    with pytest.raises(TieoutError, match=said), prefect_server(tmp_path):
        raise RuntimeError("Failed to reach API at http://127.0.0.1:9/api/")
    with pytest.raises(RuntimeError, match="something else"), prefect_server(tmp_path):
        raise RuntimeError("something else")


def test_a_server_that_does_not_start_says_where_its_words_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with prefect_server(tmp_path) as server:
        assert server
        with pytest.raises(TieoutError, match=r"did not start\. What it said is in .*prefect/server\.log"):
            server.wait()
