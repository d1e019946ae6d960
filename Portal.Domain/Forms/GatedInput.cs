namespace Portal.Domain.Forms;

public static class GatedInput
{
    public static bool IsStub(this IGatedInput input) => input.Secrecy?.ContainsStateSecret == true;
}
