package dev.orm.boot.json;

import java.util.function.Supplier;

import dev.orm.Orm;

import tools.jackson.databind.module.SimpleModule;

/**
 * Writes models as JSON by their columns, and reads what people may edit. A foreign key
 * is its key whether its target is loaded or not, relations to many are left out, and
 * nothing is ever fetched: the shape of a document does not depend on what is loaded. A
 * {@code Row} is an object in the order of its columns.
 *
 * @since 0.1.0
 */
public final class OrmModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	private final transient Supplier<Orm> orm;

	/**
	 * Create the module.
	 * @param orm knows the models; asked when the first of them is written or read
	 */
	public OrmModule(Supplier<Orm> orm) {
		super("orm");
		this.orm = orm;
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addSerializers(new ModelSerializers(this.orm));
		context.addDeserializers(new ModelDeserializers(this.orm));
	}

}
