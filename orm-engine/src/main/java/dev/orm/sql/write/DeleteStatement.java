package dev.orm.sql.write;

import dev.orm.model.TableName;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE.
 *
 * @param table the table
 * @param alias its alias
 * @param where which rows, or null for all
 */
public record DeleteStatement(TableName table, String alias, @Nullable Sql where) implements WriteStatement {

}
