package org.example.zodiac

enum class Sign(val path: String) {
    GEMINI("signs/gemini"), LEO("signs/leo"), ARIES("signs/aries");
}

data class Phone(val model: String = "Pixel 9 Pro", val maker: String = "Google")

fun fraction(n: Int, d: Int) = "$n/$d"
val iso = "2024-05-13"
val tag = "v1.5.0"
