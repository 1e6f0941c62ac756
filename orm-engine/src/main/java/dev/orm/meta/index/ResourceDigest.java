package dev.orm.meta.index;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/**
 * Tells a resource from what it was: for what somebody changed, not for what somebody
 * forged. A jar has the checksum of what it holds, so nothing is read there.
 */
public final class ResourceDigest {

	private ResourceDigest() {
	}

	/**
	 * Return the digest of a resource.
	 * @param resource where it is
	 * @return its checksum and its length in bytes, both hexadecimal
	 * @throws IOException if it cannot be read
	 */
	public static String of(URL resource) throws IOException {
		URLConnection connection = resource.openConnection();
		if (connection instanceof JarURLConnection jar) {
			JarEntry entry = jar.getJarEntry();
			if (entry != null && entry.getCrc() >= 0 && entry.getSize() >= 0) {
				return text(entry.getCrc(), entry.getSize());
			}
		}
		try (InputStream content = connection.getInputStream()) {
			return of(content.readAllBytes());
		}
	}

	/**
	 * Return the digest of a content.
	 * @param content its bytes
	 * @return the same as that of a resource of these bytes
	 */
	public static String of(byte[] content) {
		CRC32 checksum = new CRC32();
		checksum.update(content);
		return text(checksum.getValue(), content.length);
	}

	private static String text(long checksum, long length) {
		String digits = Long.toHexString(checksum);
		return "0".repeat(8 - digits.length()) + digits + "-" + Long.toHexString(length);
	}

}
