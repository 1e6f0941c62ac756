package dev.orm.cluster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that a server is lost, and that it is back: once each time, and nothing
 * of one that is well from the start. Used by one thread.
 */
final class ServerLog {

	private static final Logger logger = LoggerFactory.getLogger(Replicas.class);

	private final String server;

	private String last;

	/**
	 * Begin.
	 * @param server what the server is called
	 * @param well the word for one that is well
	 */
	ServerLog(String server, String well) {
		this.server = server;
		this.last = well;
	}

	/** Take in how the server is; it is told of if it was otherwise. */
	void tell(boolean well, String word, String reason) {
		if (word.equals(this.last)) {
			return;
		}
		this.last = word;
		if (well) {
			logger.info("{} is {} again", this.server, word);
		}
		else {
			logger.warn("{} is {}: {}", this.server, word, reason);
		}
	}

}
