package it.lib;

public class Lib {
    public static String text() {
        return "lib";
    }
}
