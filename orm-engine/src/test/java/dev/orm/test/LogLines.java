package dev.orm.test;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What a logger is told during a test. Its level is as before afterwards. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	private final Logger logger;

	private LogLines(Logger logger) {
		this.logger = logger;
	}

	/**
	 * Listen to a logger.
	 * @param name its name
	 * @return what listens, to be registered as an extension
	 */
	public static LogLines of(String name) {
		return new LogLines((Logger) LoggerFactory.getLogger(name));
	}

	/**
	 * Return the logger, to set its level.
	 * @return the logger
	 */
	public Logger logger() {
		return this.logger;
	}

	/**
	 * Return the messages so far.
	 * @return the messages, in order
	 */
	public List<String> messages() {
		return this.events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/** Forget what was said so far. */
	public void clear() {
		this.events.list.clear();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.events.start();
		this.logger.addAppender(this.events);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.logger.detachAppender(this.events);
		this.logger.setLevel(null);
	}

}
