package dev.orm.validate;

/**
 * The group of Jakarta's rules that hold for new instances only, beside the default ones:
 * {@code @NotNull(groups = OnCreate.class)}.
 */
public interface OnCreate {

}
