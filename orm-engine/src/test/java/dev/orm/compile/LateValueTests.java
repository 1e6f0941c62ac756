package dev.orm.compile;

import dev.orm.expression.node.Atom;
import dev.orm.sql.Parameter;
import dev.orm.tree.Literals;
import dev.orm.type.Conversion;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What is made after the shape of a query was taken has no place among its values. */
class LateValueTests {

	private static final int NO_PLACE = -1;

	@Test
	void aLateLiteralIsAConstantOfThePlan() {
		assertThat(Literals.resolve(new Atom.Literal(7, null), NO_PLACE))
			.isEqualTo(new Parameter(NO_PLACE, 7, Conversion.NONE, ValueTypes.INTEGER, true));
	}

	@Test
	void whereThereCanBeNoneItIsRefusedAndNotBoundAsNull() {
		assertThatIllegalStateException().isThrownBy(() -> Literals.bound(NO_PLACE));
		assertThatIllegalStateException()
			.isThrownBy(() -> Parameter.ofShape(NO_PLACE, Conversion.NONE, ValueTypes.TEXT, false))
			.withMessageContaining("made after the shape");
	}

}
