package dev.orm.check;

import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;

/** Makes new instances to look at. */
final class NewInstance {

	private NewInstance() {
	}

	/**
	 * Make an instance.
	 * @return the instance; empty if there is nothing to see, or if its constructor
	 * fails, which may need what is there in a running application only
	 */
	static Optional<Model> of(EntityModel model) {
		if (model.autoCreated() || model.bornPlain()) {
			return Optional.empty();
		}
		try {
			return Optional.of(model.binding().newInstance());
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

}
