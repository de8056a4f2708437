"""The suite connects to nobody but this machine: neither its own process nor its children."""

import socket
import subprocess
import sys

import pytest
from pytest_socket import SocketConnectBlockedError

#: TEST-NET-1 (RFC 5737) belongs to nobody: what is not held back would only time out.
NOBODY = "192.0.2.1"
CONNECT = f"import socket; socket.create_connection(('{NOBODY}', 80), timeout=1)"
SEND = f"import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('{NOBODY}', 53))"
HERE = """
import socket
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname()).close()
"""


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_fault_35_the_process_of_the_tests_can_not_connect_elsewhere():
    with socket.socket() as one, pytest.raises(SocketConnectBlockedError):
        one.connect((NOBODY, 80))


@pytest.mark.parametrize("code", [CONNECT, SEND])
def test_fault_35_nor_can_a_process_that_a_test_starts(code, connects_elsewhere):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"PermissionError: a test's process connects to ('{NOBODY}'" in done.stderr
    assert NOBODY in connects_elsewhere.read_text()
    connects_elsewhere.write_text("")  # it was meant


def test_fault_35_which_may_connect_to_this_machine():
    subprocess.run([sys.executable, "-W", "ignore", "-c", HERE], check=True)
