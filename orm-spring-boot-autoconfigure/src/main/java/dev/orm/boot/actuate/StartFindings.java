package dev.orm.boot.actuate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said at the start of an application that starts nevertheless: logged, and kept
 * for the {@code orm} endpoint. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StartFindings {

	private static final Logger LOGGER = LoggerFactory.getLogger(StartFindings.class);

	private final List<Finding> findings = new CopyOnWriteArrayList<>();

	/**
	 * Warn of something.
	 * @param id what it is, such as {@code pool-auto-commit}
	 * @param place what it is about
	 * @param message the message, with the way out
	 */
	public void warn(String id, String place, String message) {
		LOGGER.warn("{}: {}", id, message);
		this.findings.add(new Finding(id, "warning", place, message));
	}

	/**
	 * Return all findings.
	 * @return the findings, in the order they were made
	 */
	public List<Finding> all() {
		return List.copyOf(this.findings);
	}

	/**
	 * A finding. Immutable.
	 *
	 * @param id what it is
	 * @param level how bad it is
	 * @param place what it is about
	 * @param message the message, with the way out
	 */
	public record Finding(String id, String level, String place, String message) {

	}

}
