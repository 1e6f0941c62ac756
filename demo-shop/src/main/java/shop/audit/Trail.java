package shop.audit;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who made a row and who changed it last.
 *
 * @param createdAt when it was made
 * @param createdBy who made it; null if nobody said so
 * @param updatedAt when it was changed; null if it was not since it was made
 * @param updatedBy who changed it; null if it was not, or nobody said so
 */
public record Trail(Instant createdAt, @Nullable String createdBy, @Nullable Instant updatedAt,
		@Nullable String updatedBy) {

	private static final Duration AT_ONCE = Duration.ofSeconds(1);

	/** The insert signs a row, too: what is as old as the row is no change. */
	public Trail {
		if (updatedAt == null || Duration.between(createdAt, updatedAt).compareTo(AT_ONCE) < 0) {
			updatedAt = null;
			updatedBy = null;
		}
	}

	/** Return the trail of a row that was made at a time of its own. */
	public static Trail of(Instant createdAt, AuditedModel row) {
		return new Trail(createdAt, row.getCreatedBy(), row.getUpdatedAt(), row.getUpdatedBy());
	}

}
