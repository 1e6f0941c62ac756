package dev.orm.processor.shop;

import java.time.Instant;

import dev.orm.annotation.AutoNow;
import dev.orm.annotation.AutoNowAdd;
import dev.orm.annotation.Version;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** An abstract parent with private, package-private and protected fields. */
public abstract class Timestamped extends Model {

	@AutoNowAdd
	private @Nullable Instant createdAt;

	@AutoNow
	@Nullable Instant updatedAt;

	@Version
	protected int version;

	public @Nullable Instant getCreatedAt() {
		return this.createdAt;
	}

}
