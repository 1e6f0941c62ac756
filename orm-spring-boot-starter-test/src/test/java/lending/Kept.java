package lending;

import java.time.Instant;

import dev.orm.annotation.AutoNow;
import dev.orm.annotation.AutoNowAdd;
import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.Id;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

// tag::kept[]
public abstract class Kept extends Model {

	@Id
	protected Long id;

	@AutoNowAdd
	protected Instant createdAt;

	@AutoNow
	protected Instant changedAt;

	@CreatedBy
	@Column(length = 100)
	protected @Nullable String createdBy;

	static <M extends Kept> void kept(Meta<M> meta) {
		meta.latestBy("createdAt");
		meta.ordering("id");
	}

	public Long getId() {
		return this.id;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public @Nullable String getCreatedBy() {
		return this.createdBy;
	}

}
// end::kept[]
