package shop.catalog;

import java.time.Instant;

import dev.orm.annotation.AutoNow;
import dev.orm.annotation.AutoNowAdd;
import dev.orm.model.Model;

/**
 * An abstract parent: its fields become columns of each model that extends it. Django's
 * abstract base class.
 */
@SuppressWarnings("NullAway.Init") // the insert sets both
public abstract class TimestampedModel extends Model {

	@AutoNowAdd
	private Instant createdAt;

	@AutoNow(updates = true)
	private Instant updatedAt;

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

	public Instant getUpdatedAt() {
		return this.updatedAt;
	}

	public void setUpdatedAt(Instant updatedAt) {
		this.updatedAt = updatedAt;
	}

}
