namespace Portal.Domain.Forms;

/// <summary>Rules that know the shape of their form.</summary>
public interface IFormRules
{
    FormSchema Schema { get; }
}
