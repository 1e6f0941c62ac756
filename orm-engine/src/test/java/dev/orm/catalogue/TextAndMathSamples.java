package dev.orm.catalogue;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.Expression;
import dev.orm.expression.functions.MathFunctions;
import dev.orm.expression.functions.TextFunctions;

import static dev.orm.catalogue.SamplePath.SAMPLE;

/** Functions on texts and numbers. */
final class TextAndMathSamples {

	private TextAndMathSamples() {
	}

	static List<Entry> entries() {
		return Stream.of(texts(), numbers()).flatMap(List::stream).toList();
	}

	private static List<Entry> texts() {
		return List.of(entry("text", "Lower", "lower(text)", TextFunctions.lower(SAMPLE.title)),
				entry("text", "Upper", "upper(text)", TextFunctions.upper(SAMPLE.title)),
				entry("text", "Trim", "trim(text)", TextFunctions.trim(SAMPLE.title)),
				entry("text", "LTrim", "ltrim(text)", TextFunctions.ltrim(SAMPLE.title)),
				entry("text", "RTrim", "rtrim(text)", TextFunctions.rtrim(SAMPLE.title)),
				entry("text", "Length", "length(text)", TextFunctions.length(SAMPLE.title)),
				entry("text", "Reverse", "reverse(text)", TextFunctions.reverse(SAMPLE.title)),
				entry("text", "Concat", "concat(first, others…)",
						TextFunctions.concat(SAMPLE.title, "-", SAMPLE.count)),
				entry("text", "Left", "left(text, length)", TextFunctions.left(SAMPLE.title, 3)),
				entry("text", "Right", "right(text, length)", TextFunctions.right(SAMPLE.title, 3)),
				entry("text", "Substr", "substr(text, position)", TextFunctions.substr(SAMPLE.title, 9)),
				entry("text", "Substr", "substr(text, position, length)", TextFunctions.substr(SAMPLE.title, 1, 3)),
				entry("text", "StrIndex", "strIndex(text, part)", TextFunctions.strIndex(SAMPLE.title, "dog")),
				entry("text", "Replace", "replace(text, part)", TextFunctions.replace(SAMPLE.title, " dogs")),
				entry("text", "Replace", "replace(text, part, replacement)",
						TextFunctions.replace(SAMPLE.title, "dogs", "cats")),
				entry("text", "LPad", "lpad(text, length)", TextFunctions.lpad(SAMPLE.title, 14)),
				entry("text", "LPad", "lpad(text, length, fill)", TextFunctions.lpad(SAMPLE.title, 14, "*")),
				entry("text", "RPad", "rpad(text, length)", TextFunctions.rpad(SAMPLE.title, 14)),
				entry("text", "RPad", "rpad(text, length, fill)", TextFunctions.rpad(SAMPLE.title, 14, "*")),
				entry("text", "Repeat", "repeat(text, number)", TextFunctions.repeat(SAMPLE.title, 2)),
				entry("text", "Chr", "chr(number)", TextFunctions.chr(SAMPLE.count.plus(60))),
				entry("text", "Ord", "ord(text)", TextFunctions.ord(SAMPLE.title)),
				entry("text", "MD5", "md5(text)", TextFunctions.md5(SAMPLE.title)),
				entry("text", "SHA1", "sha1(text)", TextFunctions.sha1(SAMPLE.title)),
				entry("text", "SHA224", "sha224(text)", TextFunctions.sha224(SAMPLE.title)),
				entry("text", "SHA256", "sha256(text)", TextFunctions.sha256(SAMPLE.title)),
				entry("text", "SHA384", "sha384(text)", TextFunctions.sha384(SAMPLE.title)),
				entry("text", "SHA512", "sha512(text)", TextFunctions.sha512(SAMPLE.title)));
	}

	private static List<Entry> numbers() {
		return List.of(entry("math", "Abs", "abs(number)", MathFunctions.abs(SAMPLE.count)),
				entry("math", "Ceil", "ceil(number)", MathFunctions.ceil(SAMPLE.price)),
				entry("math", "Floor", "floor(number)", MathFunctions.floor(SAMPLE.price)),
				entry("math", "Round", "round(number)", MathFunctions.round(SAMPLE.price)),
				entry("math", "Round", "round(number, precision)", MathFunctions.round(SAMPLE.price, 1)),
				entry("math", "Sign", "sign(number)", MathFunctions.sign(SAMPLE.count)),
				entry("math", "Mod", "mod(number, divisor)", MathFunctions.mod(SAMPLE.count, 4)),
				entry("math", "Power", "power(base, exponent)", MathFunctions.power(SAMPLE.count, 2)),
				entry("math", "Sqrt", "sqrt(number)", MathFunctions.sqrt(SAMPLE.count)),
				entry("math", "Exp", "exp(number)", MathFunctions.exp(SAMPLE.ratio)),
				entry("math", "Ln", "ln(number)", MathFunctions.ln(SAMPLE.ratio)),
				entry("math", "Log", "log(base, number)", MathFunctions.log(SAMPLE.count, 49)),
				entry("math", "Pi", "pi()", MathFunctions.pi()),
				entry("math", "Degrees", "degrees(radians)", MathFunctions.degrees(SAMPLE.ratio)),
				entry("math", "Radians", "radians(degrees)", MathFunctions.radians(SAMPLE.ratio)),
				entry("math", "Sin", "sin(number)", MathFunctions.sin(SAMPLE.ratio)),
				entry("math", "Cos", "cos(number)", MathFunctions.cos(SAMPLE.ratio)),
				entry("math", "Tan", "tan(number)", MathFunctions.tan(SAMPLE.ratio)),
				entry("math", "Cot", "cot(number)", MathFunctions.cot(SAMPLE.ratio)),
				entry("math", "ASin", "asin(number)", MathFunctions.asin(SAMPLE.ratio)),
				entry("math", "ACos", "acos(number)", MathFunctions.acos(SAMPLE.ratio)),
				entry("math", "ATan", "atan(number)", MathFunctions.atan(SAMPLE.ratio)),
				entry("math", "ATan2", "atan2(y, x)", MathFunctions.atan2(SAMPLE.ratio, SAMPLE.count)),
				entry("math", "Random", "random()", MathFunctions.random()));
	}

	private static Entry entry(String topic, String name, String java, Expression<Sample, ?> expression) {
		return new Entry(topic, name, java, expression);
	}

}
