package it.app;

public class Check {
    public static void main(String[] arguments) throws Exception {
        App.write("check");
    }
}
