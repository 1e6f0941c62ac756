package dev.orm.processor;

/**
 * Names of the engine's types: the processor knows them by name only, so that it needs
 * nothing but the JDK.
 */
final class EngineNames {

	static final String TABLE = "dev.orm.annotation.Table";

	static final String PROXY = "dev.orm.annotation.Proxy";

	static final String ID = "dev.orm.annotation.Id";

	static final String COLUMN = "dev.orm.annotation.Column";

	static final String GENERATED_COLUMN = "dev.orm.annotation.GeneratedColumn";

	static final String CHOICES = "dev.orm.annotation.Choices";

	static final String UNKNOWN_CHOICE = "dev.orm.annotation.UnknownChoice";

	static final String CHOICE_SOURCE = "dev.orm.choice.ChoiceSource";

	static final String STORED_NUMBER = "dev.orm.choice.StoredNumber";

	static final String FIELD_TYPE = "dev.orm.type.FieldType";

	static final String EMBEDDED = "dev.orm.annotation.Embedded";

	static final String STORED_VALUE = "dev.orm.row.StoredValueException";

	static final String CONDITION = "dev.orm.expression.Condition";

	static final String ASSIGNMENT = "dev.orm.expression.Assignment";

	static final String LABEL = "dev.orm.annotation.Label";

	static final String EDITABLE = "dev.orm.annotation.Editable";

	static final String SENSITIVE = "dev.orm.annotation.Sensitive";

	/** The package of Jakarta's annotations. */
	static final String CONSTRAINTS = "jakarta.validation.constraints.";

	static final String URL = "org.hibernate.validator.constraints.URL";

	static final String COLUMN_DETAILS = "dev.orm.model.ColumnDetails";

	static final String PRESENTATION = "dev.orm.model.Presentation";

	static final String TABLE_OPTIONS = "dev.orm.model.TableOptions";

	static final String JSON = "dev.orm.annotation.Json";

	static final String ON_DELETE = "dev.orm.annotation.OnDelete";

	static final String REFERENCE = "dev.orm.annotation.Reference";

	static final String SET_KEY = "dev.orm.annotation.SetKey";

	static final String ON_DELETE_ACTION = "dev.orm.annotation.OnDeleteAction";

	static final String RELATED_NAME = "dev.orm.annotation.RelatedName";

	static final String TO_FIELD = "dev.orm.annotation.ToField";

	static final String JOIN_TABLE = "dev.orm.annotation.JoinTable";

	static final String THROUGH = "dev.orm.annotation.Through";

	static final String SYMMETRICAL = "dev.orm.annotation.Symmetrical";

	static final String AUTO_NOW = "dev.orm.annotation.AutoNow";

	static final String AUTO_NOW_ADD = "dev.orm.annotation.AutoNowAdd";

	static final String AUTOMATIC = "dev.orm.annotation.Automatic";

	static final String AUTOMATIC_FIELD = "dev.orm.model.AutomaticField";

	static final String SLUG = "dev.orm.annotation.Slug";

	static final String POSITION = "dev.orm.annotation.Position";

	static final String VERSION = "dev.orm.annotation.Version";

	static final String SOFT_DELETE = "dev.orm.annotation.SoftDelete";

	static final String DELETED_BY = "dev.orm.annotation.DeletedBy";

	static final String TENANT_ID = "dev.orm.session.TenantId";

	static final String MODEL = "dev.orm.model.Model";

	static final String HOOK = "dev.orm.model.Hook";

	static final String FOREIGN_KEY = "dev.orm.model.ForeignKey";

	static final String ONE_TO_ONE = "dev.orm.model.OneToOne";

	static final String MANY_TO_MANY = "dev.orm.ManyToMany";

	static final String ONE_TO_MANY = "dev.orm.OneToMany";

	static final String REVERSE_ONE_TO_ONE = "dev.orm.ReverseOneToOne";

	static final String GENERIC_KEY = "dev.orm.model.GenericKey";

	static final String GENERIC_RELATION = "dev.orm.GenericRelation";

	static final String GENERICS = "dev.orm.model.Generics";

	static final String TARGETS = "dev.orm.annotation.Targets";

	static final String BACK_OF = "dev.orm.annotation.BackOf";

	static final String ENTITY_BINDING = "dev.orm.model.EntityBinding";

	static final String MODEL_DESCRIPTION = "dev.orm.model.ModelDescription";

	static final String MODEL_GROUP = "dev.orm.annotation.ModelGroup";

	static final String TABLE_NAME = "dev.orm.model.TableName";

	static final String FIELD_DESCRIPTION = "dev.orm.model.FieldDescription";

	static final String FLAG = "dev.orm.model.FieldDescription.Flag";

	static final String RELATION_DESCRIPTION = "dev.orm.model.RelationDescription";

	static final String MANY_TO_MANY_DESCRIPTION = "dev.orm.model.ManyToManyDescription";

	static final String DEFERRED_INSTANCE = "dev.orm.model.DeferredInstance";

	static final String MODEL_PATH = "dev.orm.path.ModelPath";

	static final String PATH_PACKAGE = "dev.orm.path";

	static final String META = "dev.orm.declare.Meta";

	static final String DECLARING = "dev.orm.declare.Declaring";

	static final String ROW_READER = "dev.orm.row.RowReader";

	static final String VALUE_TYPE = "dev.orm.type.ValueType";

	static final String RANGE = "dev.orm.type.Range";

	private EngineNames() {
	}

}
