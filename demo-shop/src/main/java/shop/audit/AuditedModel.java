package shop.audit;

import java.time.Instant;

import dev.orm.annotation.AutoNow;
import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.UpdatedBy;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * An abstract parent: who made a row, who changed it last, and when. Nobody sets these
 * fields; each write does. Of rows that are older than the columns nobody knows.
 */
// tag::audit[]
public abstract class AuditedModel extends Model {

	@CreatedBy
	@Column(length = 150)
	private @Nullable String createdBy;

	@UpdatedBy
	@Column(length = 150)
	private @Nullable String updatedBy;

	@AutoNow(updates = true)
	@Column(nullable = true)
	private @Nullable Instant updatedAt;

	// end::audit[]

	public @Nullable String getCreatedBy() {
		return this.createdBy;
	}

	public void setCreatedBy(@Nullable String createdBy) {
		this.createdBy = createdBy;
	}

	public @Nullable String getUpdatedBy() {
		return this.updatedBy;
	}

	public void setUpdatedBy(@Nullable String updatedBy) {
		this.updatedBy = updatedBy;
	}

	public @Nullable Instant getUpdatedAt() {
		return this.updatedAt;
	}

	public void setUpdatedAt(@Nullable Instant updatedAt) {
		this.updatedAt = updatedAt;
	}

}
