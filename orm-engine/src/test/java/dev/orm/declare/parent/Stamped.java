package dev.orm.declare.parent;

import java.time.Instant;

import dev.orm.annotation.AutoNowAdd;
import dev.orm.declare.Meta;
import dev.orm.model.Model;

/** Rows that know when they were made. */
// tag::parent[]
public abstract class Stamped extends Model {

	@AutoNowAdd
	protected Instant createdAt;

	public static <M extends Stamped> void stamped(Meta<M> meta) {
		meta.latestBy("createdAt");
		meta.ordering("-createdAt");
		meta.index("-createdAt").name("{table}_newest_idx");
	}

}
// end::parent[]
