package dev.orm.boot.databases;

/**
 * What may be shown of a URL: it may hold credentials before the host, and behind the
 * question mark.
 *
 * @since 0.1.0
 */
public final class SafeUrl {

	private SafeUrl() {
	}

	/**
	 * Leave out credentials and parameters.
	 * @param url the URL
	 * @return its scheme, hosts and database
	 */
	public static String of(String url) {
		return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
	}

}
