package dev.orm.check;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Makes new instances to look at. */
final class NewInstance {

	private NewInstance() {
	}

	/**
	 * Make an instance.
	 * @return the instance; null if there is nothing to see, or if its constructor fails,
	 * which may need what is there in a running application only
	 */
	static @Nullable Model of(EntityModel model) {
		if (model.autoCreated() || model.bornPlain()) {
			return null;
		}
		try {
			return model.binding().newInstance();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
