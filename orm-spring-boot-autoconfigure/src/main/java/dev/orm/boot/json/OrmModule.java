package dev.orm.boot.json;

import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.Row;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.model.ToOne;

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
		addSerializer(Model.class, new ModelSerializer(orm));
		addSerializer(ToOne.class, new HandleSerializer());
		addSerializer(GenericKey.class, new GenericKeySerializer());
		addSerializer(RelatedManager.class, new UnwrittenSerializer());
		addSerializer(Row.class, new RowSerializer());
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addDeserializers(new ModelDeserializers(this.orm));
	}

}
