package dev.orm.routing;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Says which database a model's rows are read from and written to, where the query does
 * not say it. Routers are asked in order; null is no opinion, and the next is asked, then
 * the instance's own database and that where the model lives. Django's database routers.
 * Each is asked of each model when the ORM is built, too, so that a database that is not
 * there is found then. Thread-safe.
 */
public interface Router {

	/**
	 * Choose where to read. Django's {@code db_for_read}.
	 * @param model the model of the rows
	 * @param hints what is known of the read
	 * @return the route, or null
	 */
	default @Nullable Route dbForRead(EntityModel model, Hints hints) {
		return null;
	}

	/**
	 * Choose where to write. Django's {@code db_for_write}.
	 * @param model the model of the rows
	 * @param hints what is known of the write
	 * @return the route, or null
	 */
	default @Nullable Route dbForWrite(EntityModel model, Hints hints) {
		return null;
	}

	/**
	 * Say whether two instances may be related. Without an opinion those of one database
	 * may. Django's {@code allow_relation}.
	 * @param one an instance
	 * @param other an instance it is to point to
	 * @param hints what else is known
	 * @return whether they may, or null
	 */
	default @Nullable Boolean allowRelation(Model one, Model other, Hints hints) {
		return null;
	}

	/**
	 * Say whether a database has the table of a model. Asked once, when the ORM is built,
	 * of the database where the model lives: what is generated follows from that, so a no
	 * is refused as a contradiction. Django's {@code allow_migrate}.
	 * @param alias the database
	 * @param model the model
	 * @return whether it has, or null
	 */
	default @Nullable Boolean allowMigrate(String alias, EntityModel model) {
		return null;
	}

}
