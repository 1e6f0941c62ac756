package dev.orm.boot.aot;

import dev.orm.AbstractManager;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.ResolvableType;

/** Managers make their querysets, whose class only their type arguments tell. */
final class QuerySetHints implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		Class<?> querySet = ResolvableType.forClass(bean.getBeanClass())
			.as(AbstractManager.class)
			.getGeneric(1)
			.resolve();
		if (querySet == null) {
			return null;
		}
		return (generation, code) -> generation.getRuntimeHints()
			.reflection()
			.registerType(querySet, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
