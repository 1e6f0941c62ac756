package dev.orm.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.orm.acceptance.shop.Employee;
import dev.orm.expression.Condition;
import dev.orm.expression.StringExpression;
import dev.orm.path.TypedColumn;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;

/** Makes random conditions on employees, over nullable columns and relations to one. */
final class RandomConditions {

	private final Random random;

	RandomConditions(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * A condition without negation and XOR. Beside a positive condition on the same
	 * relation Django negates without guarding against NULL, and its XOR keeps the inner
	 * joins of its parts, so no law of sets holds there.
	 */
	Condition<Employee> positive(int depth) {
		return next(depth, 2);
	}

	Condition<Employee> next(int depth) {
		return next(depth, 4);
	}

	private Condition<Employee> next(int depth, int kinds) {
		if (depth == 0 || this.random.nextInt(3) == 0) {
			return leaf();
		}
		Condition<Employee> left = next(depth - 1, kinds);
		return switch (this.random.nextInt(kinds)) {
			case 0 -> left.and(next(depth - 1, kinds));
			case 1 -> left.or(next(depth - 1, kinds));
			case 2 -> left.xor(next(depth - 1, kinds));
			default -> left.not();
		};
	}

	Condition<Employee> leaf() {
		return switch (this.random.nextInt(6)) {
			case 0 -> compared(EMPLOYEE.bonus, 1000);
			case 1 -> compared(EMPLOYEE.level, 6);
			case 2 -> compared(EMPLOYEE.department().rank, 5);
			case 3 -> compared(EMPLOYEE.manager().bonus, 1000);
			case 4 -> text(EMPLOYEE.title);
			default -> text(EMPLOYEE.manager().department().name);
		};
	}

	private Condition<Employee> compared(TypedColumn<Employee, ?, Number> column, int bound) {
		int value = this.random.nextInt(bound);
		return switch (this.random.nextInt(6)) {
			case 0 -> column.eq(value);
			case 1 -> column.gt(value);
			case 2 -> column.lte(value);
			case 3 -> column.in(values(bound));
			case 4 -> column.range(value, value + bound / 3);
			default -> this.random.nextBoolean() ? column.isNull() : column.isNotNull();
		};
	}

	private List<Integer> values(int bound) {
		List<Integer> values = new ArrayList<>();
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			values.add(this.random.nextInt(bound));
		}
		return values;
	}

	private Condition<Employee> text(StringExpression<Employee> column) {
		String letter = String.valueOf((char) ('a' + this.random.nextInt(20)));
		return switch (this.random.nextInt(4)) {
			case 0 -> column.icontains(letter);
			case 1 -> column.gt(letter);
			case 2 -> column.eq(letter);
			default -> this.random.nextBoolean() ? column.isNull() : column.isNotNull();
		};
	}

}
