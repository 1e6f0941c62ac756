package dev.orm.validate;

/**
 * The group of Jakarta's rules that hold for stored instances only, beside the default
 * ones: {@code @NotNull(groups = OnUpdate.class)}.
 */
public interface OnUpdate {

}
