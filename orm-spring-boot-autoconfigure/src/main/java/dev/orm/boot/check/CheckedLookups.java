package dev.orm.boot.check;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Lookups;
import dev.orm.Orm;
import dev.orm.check.Problem;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Looks at the beans that say what requests may ask for: what they allow, the models
 * have.
 *
 * @param beans the beans
 * @since 0.1.0
 */
public record CheckedLookups(ListableBeanFactory beans) {

	/**
	 * Look at them.
	 * @param orm knows the models
	 * @return what could never be asked, with the name of the bean that allows it
	 */
	public List<Problem> problems(Orm orm) {
		List<Problem> problems = new ArrayList<>();
		for (String name : this.beans.getBeanNamesForType(Lookups.class, true, false)) {
			Lookups<?> lookups = this.beans.getBean(name, Lookups.class);
			for (Problem problem : lookups.problems(orm)) {
				problems.add(problem.withMessage("Bean '%s': %s".formatted(name, problem.message())));
			}
		}
		return problems;
	}

}
