package dev.orm.boot.actuate;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Describes where the histories of databases are. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MigrationDescriptors {

	/**
	 * Describe the databases that have migrations.
	 * @return their descriptions by alias
	 */
	Map<String, MigrationDescriptor> all();

	/**
	 * The history of a database.
	 *
	 * @param version the newest version that ran; {@code 0} for none
	 * @param pending the migrations that did not run, oldest first
	 * @param failed those that failed outside of a transaction
	 * @param late those a newer one ran before
	 * @param journal the newest version the journal knows; null without a journal
	 */
	record MigrationDescriptor(String version, List<String> pending, List<String> failed, List<String> late,
			@Nullable String journal) {

		public MigrationDescriptor {
			pending = List.copyOf(pending);
			failed = List.copyOf(failed);
			late = List.copyOf(late);
		}

	}

}
