package dev.orm.cluster.silence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** What a server says. While it says nothing, its socket looks after it. */
final class HeedfulInput extends FilterInputStream {

	private final HeedfulSocket socket;

	HeedfulInput(InputStream input, HeedfulSocket socket) {
		super(input);
		this.socket = socket;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		int read = read(one, 0, 1);
		return (read < 0) ? read : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		while (true) {
			try {
				int read = super.read(bytes, offset, length);
				this.socket.heard();
				return read;
			}
			catch (SocketTimeoutException ex) {
				this.socket.heardNothing(ex);
			}
		}
	}

}
