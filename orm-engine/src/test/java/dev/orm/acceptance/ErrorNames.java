package dev.orm.acceptance;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.orm.error.CombinedOrderingException;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.NumberConversionException;
import dev.orm.error.ProtectedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.RestrictedException;
import dev.orm.error.RowIndexException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.ValueOutOfRangeException;
import dev.orm.paging.EmptyPageException;
import dev.orm.paging.PageNotAnIntegerException;
import org.jspecify.annotations.Nullable;

/**
 * Django's names for the library's exceptions, by class, and for the database's errors,
 * by SQLSTATE. Never by message.
 */
final class ErrorNames {

	private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

	static {
		BY_CLASS.put(FieldException.class, "FieldError");
		BY_CLASS.put(QueryValueException.class, "ValueError");
		BY_CLASS.put(IllegalQueryException.class, "TypeError");
		BY_CLASS.put(UnsupportedQueryException.class, "NotSupportedError");
		BY_CLASS.put(DoesNotExistException.class, "DoesNotExist");
		BY_CLASS.put(MultipleObjectsReturnedException.class, "MultipleObjectsReturned");
		BY_CLASS.put(NumberConversionException.class, "ValueError");
		BY_CLASS.put(ValueOutOfRangeException.class, "DataError");
		BY_CLASS.put(ValueConversionException.class, "ValidationError");
		BY_CLASS.put(CombinedOrderingException.class, "DatabaseError");
		BY_CLASS.put(NotUpdatedException.class, "NotUpdated");
		BY_CLASS.put(FieldDoesNotExistException.class, "FieldDoesNotExist");
		BY_CLASS.put(UnsupportedCombinationException.class, "NotImplementedError");
		BY_CLASS.put(ProtectedException.class, "ProtectedError");
		BY_CLASS.put(RestrictedException.class, "RestrictedError");
		BY_CLASS.put(TransactionManagementException.class, "TransactionManagementError");
		BY_CLASS.put(RowIndexException.class, "IndexError");
		BY_CLASS.put(EmptyPageException.class, "EmptyPage");
		BY_CLASS.put(PageNotAnIntegerException.class, "PageNotAnInteger");
		BY_CLASS.put(RelationOperationException.class, "AttributeError");
	}

	private ErrorNames() {
	}

	/**
	 * The name; for an exception that stands for no error of Django, its class, which no
	 * case expects.
	 */
	static String of(Throwable error) {
		if (error instanceof UncompilableCallException call) {
			return call.djangoName();
		}
		for (Map.Entry<Class<?>, String> entry : BY_CLASS.entrySet()) {
			if (entry.getKey().isInstance(error)) {
				return entry.getValue();
			}
		}
		SQLException cause = sqlException(error);
		String state = (cause != null) ? cause.getSQLState() : null;
		return (state != null && state.length() >= 2) ? ofState(state.substring(0, 2)) : error.getClass().getName();
	}

	private static @Nullable SQLException sqlException(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sqlException) {
				return sqlException;
			}
		}
		return null;
	}

	private static String ofState(String category) {
		return switch (category) {
			case "0A" -> "NotSupportedError";
			case "22" -> "DataError";
			case "23" -> "IntegrityError";
			case "20", "21", "26", "3D", "3F", "42", "44", "P0" -> "ProgrammingError";
			case "08", "28", "38", "39", "3B", "40", "53", "54", "55", "57", "58" -> "OperationalError";
			case "0B", "24", "25", "2B", "2D", "2F", "XX" -> "InternalError";
			default -> "DatabaseError";
		};
	}

}
