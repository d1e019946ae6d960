using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Security;

/// <summary>What Identity says about passwords, in Vietnamese.</summary>
public sealed class VietnameseIdentityErrors(Texts.Localizer texts) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error("Account.PasswordTooShort", length);

    public override IdentityError PasswordMismatch() => Error("Account.WrongPassword");

    public override IdentityError DuplicateUserName(string userName) => Error("Account.NameTaken", userName);

    public override IdentityError InvalidUserName(string? userName) => Error("Account.InvalidName", userName ?? "");

    public override IdentityError DefaultError() => Error("Common.Unexpected");

    private IdentityError Error(string code, params object?[] args) => new() { Code = code, Description = texts[code, args] };
}
