package dev.orm.boot.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that share databases with this application. Immutable.
 *
 * @param names their names, with or without a port
 */
record SharingHosts(Set<String> names) {

	SharingHosts {
		names = Set.copyOf(names);
	}

	boolean isEmpty() {
		return this.names.isEmpty();
	}

	boolean contains(URI target) {
		String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
		return this.names.contains(host) || this.names.contains(host + ":" + target.getPort());
	}

}
