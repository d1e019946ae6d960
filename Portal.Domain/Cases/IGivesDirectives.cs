namespace Portal.Domain.Cases;

/// <summary>A form in which a leader may give directives (Đ4.1-2), whatever else it says.</summary>
public interface IGivesDirectives
{
    DirectiveInput[]? Directives { get; }
}
